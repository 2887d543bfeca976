import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as textOf } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'
import { alignWords, type Writing } from '../align-words.ts'
import { addressOf } from '../link-address.ts'
import { type Run, runAt } from '../text-runs.ts'

type Style = Pick<Run, 'strong' | 'link'>

/** What is needed to read the lines of a text: the text, and the targets of its references. */
export interface MarkdownText {
  source: string
  addresses: ReadonlyMap<string, string>
}

/** The words of a node with their places; HTML tags are dropped, `<br>` ends a line. */
export function runsOf(text: MarkdownText, node: Block, style: Style = {}): Run[] {
  const own = (words: string, writing: Writing = 'markdown'): Run[] => {
    const at = alignWords(words, text.source, startOf(node), endOf(node), writing)
    return [{ text: words, at, end: Math.max(startOf(node), (at.at(-1) ?? startOf(node) - 1) + 1), ...style }]
  }
  switch (node.type) {
    case 'text':
      return withEnd(own(node.value), endOf(node))
    case 'inlineCode':
      return own(node.value, 'code')
    case 'break':
      return [runAt('\n', startOf(node), style)]
    case 'html':
      return /^<br\b/i.test(node.value) ? [runAt('\n', startOf(node), style)] : []
    case 'strong':
      return childRuns(text, node.children, { ...style, strong: true })
    case 'link':
      return childRuns(text, node.children, { ...style, link: { url: addressOf(node.url) } })
    case 'linkReference':
      return childRuns(text, node.children, {
        ...style,
        link: { url: addressOf(text.addresses.get(node.identifier) ?? '') },
      })
    default:
      return 'children' in node ? childRuns(text, node.children, style) : own(textOf(node))
  }
}

// `<b>` is as bold as `**`, but opens and closes among its neighbours.
function childRuns(text: MarkdownText, nodes: readonly Block[], style: Style): Run[] {
  let isBold = false
  return nodes.flatMap((node) => {
    if (node.type === 'html' && /^<\/?(?:b|strong)\b/i.test(node.value)) isBold = !node.value.startsWith('</')
    return runsOf(text, node, isBold ? { ...style, strong: true } : style)
  })
}

const withEnd = (runs: Run[], end: number): Run[] => runs.map((run) => ({ ...run, end }))

type Root = ReturnType<typeof fromMarkdown>
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
