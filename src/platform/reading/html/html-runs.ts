import { alignWords } from '../align-words.ts'
import { addressOf } from '../link-address.ts'
import { type Run, runAt } from '../text-runs.ts'
import {
  attributeOf,
  type HtmlNode,
  type HtmlText,
  isBlock,
  isElement,
  isText,
  isUnread,
} from './html-tree.ts'

type Style = Pick<Run, 'strong' | 'link'>

/** The words of nodes with their places; white space separates blocks among them. */
export function runsOfNodes(source: string, nodes: readonly HtmlNode[], style: Style = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (isText(node)) return [textRun(source, node, style)]
    if (!isElement(node) || isUnread(node)) return []
    const start = node.sourceCodeLocation?.startOffset ?? -1
    if (node.tagName === 'br' || node.tagName === 'hr') return [lineEnd(start, style)]
    if (node.tagName === 'img') return []
    const inner = runsOfNodes(source, node.childNodes, styleOf(node, style))
    if (!isBlock(node) || inner.length === 0) return inner
    const end = inner.at(-1)?.end ?? -1
    return [lineEnd(inner[0]?.at[0] ?? start, style), ...inner, lineEnd(end, style)]
  })
}

function lineEnd(at: number, style: Style): Run {
  return at < 0 ? { text: '\n', at: [], end: -1, ...style } : { ...runAt('\n', at), end: at, ...style }
}

function textRun(source: string, node: HtmlText, style: Style): Run {
  const place = node.sourceCodeLocation
  if (!place) return { text: node.value, at: [], end: -1, ...style }
  const at = alignWords(node.value, source, startOf(source, place.startOffset), place.endOffset, 'html')
  return { text: node.value, at, end: place.endOffset, ...style }
}

// The parser says that a text begins behind the entity with which it begins, or at its last sign, when white space precedes it.
function startOf(source: string, said: number): number {
  for (const end of [said + 1, said]) {
    const entity = /&[#\w]{2,34};$/.exec(source.slice(Math.max(0, end - 36), end))
    if (entity) return end - entity[0].length
  }
  return said
}

function styleOf(element: Parameters<typeof attributeOf>[0], style: Style): Style {
  const weight = /font-weight:\s*(\w+)/i.exec(attributeOf(element, 'style') ?? '')?.[1]
  const isBold = element.tagName === 'b' || element.tagName === 'strong'
  const strong = weight ? /^(?:bold|bolder|[6-9]00)$/i.test(weight) : isBold || style.strong
  const href = element.tagName === 'a' ? attributeOf(element, 'href') : null
  return {
    ...style,
    ...(strong === undefined ? {} : { strong }),
    ...(href === null ? {} : { link: { url: addressOf(href) } }),
  }
}
