import { z } from 'zod';

export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One refusal as it crosses the wire: a code of the catalogue and a Vietnamese sentence saying what to do. */
export const RefusalMessage = z.object({
  code: z.string(),
  message: z.string(),
  at: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The one error every act may answer with; the HTTP status comes from the catalogue in domain/kernel/refusal.ts. */
export const Refused = {
  REFUSED: { status: 422, data: z.object({ refusals: z.array(RefusalMessage) }) },
} as const;
