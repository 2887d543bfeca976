import PostalMime, { type Address, type Attachment } from 'postal-mime'
import { draftPassage } from './draft-passage.ts'
import { finishPassages } from './finish-document.ts'
import { readHtml } from './html/read-html.ts'
import { readPlainText } from './read-plain-text.ts'
import { readingLimits } from './reading-limits.ts'
import type { TextDocument, TextPassage } from './text-document.ts'
import { runOf } from './text-runs.ts'
import { TextUnreadable } from './text-unreadable.ts'

export interface ReadMail {
  document: TextDocument
  attachments: { name: string; type: string; bytes: Uint8Array }[]
}

/** Reads a mail: its subject as a title, sender, recipients and date, its words; its attachments as they are. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 30 })
  const body = mail.text?.trim() ? readPlainText(mail.text) : readHtml(mail.html ?? '')
  if (mail.attachments.length > readingLimits.attachments)
    throw new TextUnreadable('tooManyParts', String(readingLimits.attachments))
  const head = [
    ...passage('title', mail.subject),
    ...passage('paragraph', labelled('From', mail.from ? [mail.from] : [])),
    ...passage('paragraph', labelled('To', [...(mail.to ?? []), ...(mail.cc ?? [])])),
    ...passage('paragraph', mail.date && `Date: ${mail.date}`),
  ]
  const below = body.passages.map((each) =>
    each.kind === 'title' ? { ...each, level: Math.min(6, each.level + 1) } : each,
  )
  const document = finishPassages({
    format: 'mail',
    passages: [...head, ...below],
    pages: null,
    remarks: body.remarks,
  })
  return { document, attachments: mail.attachments.filter(isOwnFile).map(fileOf) }
}

function passage(kind: 'title' | 'paragraph', text: string | undefined | null): TextPassage[] {
  return text ? [draftPassage([runOf(text)], { kind, level: kind === 'title' ? 1 : 0 })] : []
}

function labelled(label: string, addresses: readonly Address[]): string | null {
  const names = addresses.map(({ name, address }) =>
    name && address ? `${name} <${address}>` : (address ?? name),
  )
  return names.length === 0 ? null : `${label}: ${names.join(', ')}`
}

// Pictures inside the words of a mail are signatures and logos.
const isOwnFile = ({ disposition, mimeType, related }: Attachment) =>
  !(related || (disposition === 'inline' && mimeType.startsWith('image/')))

function fileOf({ filename, mimeType, content }: Attachment, index: number) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return { name: filename ?? `${index + 1}`, type: mimeType, bytes }
}
