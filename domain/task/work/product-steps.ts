import { clean, fold } from '../../kernel/text.ts';
import data from './data/product-steps.json' with { type: 'json' };

const LADDERS = data.ladders.map(({ product, steps }) => ({ product: new RegExp(product), steps }));

/** The steps towards a product, in order: what progress is told by where nothing can be counted. */
export function productSteps(deliverables: readonly string[]): readonly string[] {
  const words = deliverables.map((product) => fold(clean(product)).replace(/^[-+•\d.)\s]+/, ''));
  const ladder = LADDERS.find(({ product }) => words.some((one) => product.test(one)));
  return ladder?.steps ?? data.otherwise;
}
