import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

export type Root = ReturnType<typeof fromMarkdown>
export type Block = Root['children'][number]

/** The tree of a Markdown text, tables included; places count in the text as given. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(withoutDatesAsNumbers(source), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
}

export const startOf = (node: Block) => node.position?.start.offset ?? 0
export const endOf = (node: Block) => node.position?.end.offset ?? 0
export const lineOf = (node: Block) => node.position?.start.line ?? 0

// A paragraph that begins with 2017. 3. 30. is no list whose first number is 2017: with another kind of space the parser sees none.
const withoutDatesAsNumbers = (source: string) =>
  source.replace(/^([ \t>*+-]{0,12}(?:1[89]|20)\d{2}\.) (?=\d{1,2}\.)/gmu, '$1\u00a0')
