import { expect, test } from 'vitest';
import { shareAnswers } from './share-answer.ts';

function counting() {
  const begun: PromiseWithResolvers<number>[] = [];
  const work = () => {
    const one = Promise.withResolvers<number>();
    begun.push(one);
    return one.promise;
  };
  return { begun, work, share: shareAnswers<number>() };
}

test('who asks while one answer is under way shares the next, begun after they asked', async () => {
  const { begun, work, share } = counting();
  const first = share('room', work);
  const others = [share('room', work), share('room', work), share('room', work)];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(begun).toHaveLength(2);
  const late = share('room', work);
  begun[1]?.resolve(2);
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  await Promise.resolve();
  begun[2]?.resolve(3);
  expect(await late).toBe(3);
});

test('other questions do not wait, and a failure is only of those who share it', async () => {
  const { begun, work, share } = counting();
  const first = share('room', work);
  const other = share('another room', work);
  const second = share('room', work);
  begun[0]?.reject(new Error('the database went away'));
  begun[1]?.resolve(7);
  await expect(first).rejects.toThrow('the database went away');
  expect(await other).toBe(7);
  await Promise.resolve();
  begun[2]?.resolve(8);
  expect(await second).toBe(8);
  const after = share('room', work);
  begun[3]?.resolve(9);
  expect(await after).toBe(9);
});
