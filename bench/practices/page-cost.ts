import { countPractices, listPractices } from '../../src/features/practices/sheets/list.queries.ts'
import { practiceFilter } from '../../src/features/practices/sheets/practice-filter.ts'
import { countQuestions, listQuestions } from '../../src/features/questions/questions/list.queries.ts'
import { questionFilter } from '../../src/features/questions/questions/question-filter.ts'
import { anonymous } from '../../src/platform/context/actor.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { blocksOf } from '../../test/support/blocks-of.ts'
import { rare } from '../contents/fill-practices.ts'

const page = { limit: 30, offset: 0 }

const sheetWays = {
  'as it is': {},
  'by a theme of 40': { theme: rare.theme },
  'by a word of 40': { q: rare.word },
  'of an authority': { organisation: 'limoges' },
  'those proposed': { state: 'proposed' },
}
const questionWays = {
  'as it is': {},
  'by a theme of 40': { theme: rare.theme },
  'by a word of 40': { q: rare.word },
  'of an authority': { organisation: 'limoges' },
  'those open': { state: 'open' },
}

/** What the first page of a list asks of the database. */
export interface PageCost {
  what: string
  statements: number
  blocks: number
}

/** The first pages of both lists for any visitor, as they are and narrowed to as many records at every size; counted up to `most`. */
export async function pageCosts(given: Context, networkId: string, most = 1001): Promise<PageCost[]> {
  const context = { ...given, actor: anonymous }
  const costs: PageCost[] = []
  const measure = async (what: string, find: (context: Context) => Promise<unknown>) => {
    const blocks = await blocksOf(context, find)
    costs.push({ what, statements: blocks.length, blocks: blocks.reduce((sum, each) => sum + each, 0) })
  }
  for (const [way, query] of Object.entries(sheetWays)) {
    const filter = practiceFilter.read(query)
    await measure(`sheets ${way}`, (seen) =>
      Promise.all([
        countPractices(seen, networkId, filter, most),
        listPractices(seen, networkId, filter, page),
      ]),
    )
  }
  for (const [way, query] of Object.entries(questionWays)) {
    const filter = questionFilter.read(query)
    await measure(`questions ${way}`, (seen) =>
      Promise.all([
        countQuestions(seen, networkId, filter, most),
        listQuestions(seen, networkId, filter, page),
      ]),
    )
  }
  return costs
}
