import type { Context } from '../../platform/context/context.ts'
import { type Edition, readFacts } from '../../platform/editions/editions.ts'
import { listErrata } from '../../platform/editions/errata.ts'
import type { KnownErratum } from './difference/compare.ts'
import { type ReportFacts, reportFacts } from './facts.ts'

/** An edition with what it says, and what was corrected beside it since. */
export interface ReadEdition {
  edition: Edition
  facts: ReportFacts
  errata: KnownErratum[]
}

/** Reads an edition of the report; throws where its facts are not those that were published. */
export async function findReadEdition(context: Context, edition: Edition): Promise<ReadEdition> {
  const errata = await listErrata(context, { kind: 'report', id: edition.id })
  return {
    edition,
    facts: reportFacts.parse(await readFacts(context, edition.id)),
    errata: errata.map(({ about, said, text, word, madeAt }) => ({
      about,
      said: said ?? {},
      text,
      word: word ?? '',
      knownOn: madeAt.toISOString().slice(0, 10),
    })),
  }
}
