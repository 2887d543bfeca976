import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

export type Root = ReturnType<typeof fromMarkdown>
export type Block = Root['children'][number]

/** The tree of a Markdown text, tables included. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}

export const startOf = (node: Block) => node.position?.start.offset ?? 0
export const endOf = (node: Block) => node.position?.end.offset ?? 0
export const lineOf = (node: Block) => node.position?.start.line ?? 0
