import { sentences } from '../../../platform/i18n/sentences.ts'
import type { TextDocument, TextPassage } from '../../../platform/reading/text-document.ts'

/**
 * The passages to understand: where a text says everything in two languages, side by side or one after the other, the first of the
 * two. Places stay those of the document.
 */
export function readOnce({ passages }: TextDocument): readonly (TextPassage | null)[] {
  const last = beginningOfTranslation(passages)
  const parallel = parallelTables(passages)
  return passages.map((passage, index) => {
    if (last !== null && index >= last) return null
    if (passage.kind === 'paragraph' && heading.test(passage.text.trim()))
      return { ...passage, kind: 'title', level: 2 }
    if (passage.kind !== 'row' || passage.table === null || !parallel.has(passage.table)) return passage
    return firstCell(passage)
  })
}

// A line with nothing but a usual title of Korean minutes is a title, even without marks.
const heading =
  /^[[【〈<□■○◆]?\s?(?:결정 ?사항|의결(?: ?사항)?|합의 ?사항|향후 ?(?:계획|일정)|조치 ?사항|건의 ?사항|제안 ?사항|논의 ?(?:사항|내용)|기타(?: ?사항)?|주요 ?내용|후속 ?조치|협력 ?희망 ?(?:지자체|도시))\s?[\]】〉>]?$/u

/** Where a line says that a translation follows, and the language does change. */
function beginningOfTranslation(passages: readonly TextPassage[]): number | null {
  const at = passages.findIndex(
    ({ text }, index) =>
      index > 4 &&
      /^[([]?\s*(?:번\s*역\s*[본문]|국문\s*번역|traduction(?: (?:française|coréenne|anglaise|de courtoisie))?|(?:courtesy |english )?translation)\s*[)\]]?\s*:?$/iu.test(
        text.trim(),
      ),
  )
  if (at < 0) return null
  const [before, after] = [passages.slice(0, at), passages.slice(at + 1)].map((part) =>
    hangulShare(part.map(({ text }) => text).join(' ')),
  )
  return Math.abs((before ?? 0) - (after ?? 0)) > 0.4 ? at : null
}

/** Tables of two columns, one in Hangul and one in Latin letters, of which a good part are sentences: minutes in two languages. */
function parallelTables(passages: readonly TextPassage[]): Set<number> {
  const rows = Map.groupBy(
    passages.filter(({ kind, table }) => kind === 'row' && table !== null),
    ({ table }) => table ?? 0,
  )
  return new Set(
    [...rows].flatMap(([table, own]) => {
      const both = own.filter(
        ({ cells }) =>
          cells.length === 2 && cells[0] && cells[1] && areTwoLanguages(cells[0].text, cells[1].text),
      )
      const told = own.filter(({ cells }) => cells.some(({ text }) => sentences(text).length > 1))
      return both.length >= 3 && both.length >= own.length * 0.7 && told.length >= 2 ? [table] : []
    }),
  )
}

const areTwoLanguages = (one: string, other: string) => Math.abs(hangulShare(one) - hangulShare(other)) > 0.4

function hangulShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 ? 0 : (text.match(/[가-힣]/gu)?.length ?? 0) / letters
}

function firstCell(row: TextPassage): TextPassage {
  const end = row.cells[0]?.end ?? row.text.length
  const inside = <S extends { end: number }>(slices: readonly S[]) => slices.filter((each) => each.end <= end)
  return {
    ...row,
    kind: 'paragraph',
    text: row.text.slice(0, end),
    at: row.at.slice(0, end + 1),
    cells: [],
    table: null,
    strong: inside(row.strong),
    links: inside(row.links),
  }
}
