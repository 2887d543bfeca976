import { open } from 'node:fs/promises'

/** The documents that prove consent: a scanned sheet, a picture of it, a mail. */
export const mostProofBytes = 5_000_000
export const proofEndings = ['.pdf', '.png', '.jpg', '.jpeg', '.eml', '.msg'] as const

const marks: readonly [type: string, mark: Buffer][] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  // Outlook saves a mail like this.
  ['application/vnd.ms-outlook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
]

/** The type of a document by its bytes, whatever its name says; null for a type that cannot prove consent. */
export async function readProofFormat(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const head = buffer.subarray(0, bytesRead)
    const found = marks.find(([, mark]) => head.subarray(0, mark.length).equals(mark))?.[0]
    return found ?? (isMail(head) ? 'message/rfc822' : null)
  } finally {
    await file.close()
  }
}

// Header fields, at least one of which only mails have.
function isMail(head: Buffer): boolean {
  const lines = head.toString('latin1').split(/\r?\n/)
  if (!/^[\w-]+:/.test(lines[0] ?? '') || head.includes(0)) return false
  return lines.some((line) => /^(from|received|message-id|return-path|delivered-to):/i.test(line))
}
