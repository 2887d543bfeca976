import { createHash } from 'node:crypto'
import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What an edition is made of: each file, the digest of its facts, and that of its files with what drew them. */
export const reportManifest = z.object({
  network: z.string(),
  number: z.int(),
  /** SHA-256 of facts.json: the same for ever. */
  facts_digest: digest,
  /** SHA-256 of the sorted lines that `sha256sum` prints of the files. */
  files_digest: digest,
  engine: z.string(),
  files: z.array(z.object({ name: z.string(), media_type: z.string(), size: z.int(), sha256: digest })),
})
export type ReportManifest = z.output<typeof reportManifest>

export interface ListedFile {
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
}

interface Manifested {
  network: string
  number: number
  digest: string
  engine: string
}

/** The manifest of an edition; its files in the order of their names. */
export function manifestOf(
  { network, number, digest: facts, engine }: Manifested,
  files: readonly ListedFile[],
): ReportManifest {
  const ordered = files.toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name))
  return {
    network,
    number,
    facts_digest: facts,
    files_digest: digestOfFiles(ordered),
    engine,
    files: ordered.map(({ name, mediaType, sizeBytes, sha256 }) => ({
      name,
      media_type: mediaType,
      size: sizeBytes,
      sha256,
    })),
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function digestOfFiles(files: readonly { name: string; sha256: string }[]): string {
  const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return sha256Of(Buffer.from(lines.toSorted().join('')))
}

/** What the bytes of a file are, against a manifest: that file of the edition, the manifest itself, or altered. */
export type Verdict =
  | { kind: 'same'; name: string; number: number; network: string }
  | { kind: 'altered'; name: string; expected: string; found: string }
  | { kind: 'unknown'; found: string }

/** Compares bytes with a manifest, whose own digest of files is checked first. The name says which file they claim to be. */
export function verifyBytes(name: string, bytes: Uint8Array, manifest: ReportManifest): Verdict {
  const { network, number, files } = manifest
  const own = digestOfFiles(files)
  if (own !== manifest.files_digest)
    return { kind: 'altered', name: 'manifest.json', expected: manifest.files_digest, found: own }
  const found = sha256Of(bytes)
  const same = files.find(({ sha256 }) => sha256 === found)
  if (same) return { kind: 'same', name: same.name, number, network }
  const claimed = files.find((file) => file.name === name)
  return claimed ? { kind: 'altered', name, expected: claimed.sha256, found } : { kind: 'unknown', found }
}

/** A manifest read from a file; null where the bytes are none. */
export function readManifest(bytes: Uint8Array): ReportManifest | null {
  try {
    return reportManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return null
  }
}
