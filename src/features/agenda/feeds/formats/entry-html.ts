import { escapeXml } from '../../../../platform/documents/xml.ts'
import type { FeedEntry } from '../feed-entry.ts'

/** An entry as a little HTML: its hours first, a line for each clock. */
export function entryHtml({ when, status, place, summary, hosts, sources }: FeedEntry): string {
  const others = [...status, place, summary, hosts, ...sources]
  const paragraphs = [when.map(escapeXml).join('<br>'), ...others.map(escaped)]
  return paragraphs.flatMap((each) => (each === null ? [] : [`<p>${each}</p>`])).join('')
}

const escaped = (text: string | null) => (text === null ? null : escapeXml(text))
