import type { Result } from '#domain/kernel/result.ts';
import type { PlanReading } from '#domain/plan/document/plan-reading.ts';
import { readPlan } from '#domain/plan/document/read-plan.ts';
import { readSource } from './read-source.ts';

/** From the bytes of a file to the plan it says, in this very process; the server goes by `read-apart.ts`. */
export async function readPlanFile(request: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly asOf: string;
}): Promise<Result<PlanReading>> {
  const source = await readSource(request.bytes, request.fileName);
  return source.ok ? readPlan(source.value, { asOf: request.asOf, file: request.fileName }) : source;
}
