import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Path of a second, independent table of Korean authorities, which may lie beside the project. */
export const candidatePath = fileURLToPath(
  new URL('../../../../shared/reference/kr-authorities.candidate.json', import.meta.url),
)

const area = z.object({ name_ko: z.string(), name_en: z.string(), lat: z.number(), lon: z.number() })

const candidateShape = z.object({
  level1: z.array(area.extend({ iso: z.string(), admin_code: z.string() })),
  level2: z.array(
    area.extend({
      name_hanja: z.string().nullish(),
      admin_code_5_2024: z.string(),
      iso_parent: z.string(),
      iso_parent_now: z.string().optional(),
      kind: z.enum(['si', 'gun', 'gu']),
      non_autonomous_gu: z.array(z.string()),
    }),
  ),
})

export type Candidate = z.infer<typeof candidateShape>
export type CandidateArea = Candidate['level2'][number]

/** Reads the other table, or returns undefined where it is absent; another shape throws. */
export function readCandidate(path = candidatePath): Candidate | undefined {
  return existsSync(path) ? candidateShape.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}
