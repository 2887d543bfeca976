import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A bucket of a store that speaks the S3 protocol. */
export interface BucketPlace {
  /** STORAGE_URL without its parameters. */
  address: string
  /** Without a final slash. */
  endpoint: string
  region: string
  bucket: string
  /** What the names of all objects begin with; may be empty. */
  prefix: string
  keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string | null }
}

export interface FolderPlace {
  address: string
  folder: string
}

export interface StorageSettings {
  /** Where files are kept; null: in DATA_DIR. */
  place: BucketPlace | FolderPlace | null
  accessKeyId: string | null
  secretAccessKey: string | null
  sessionToken: string | null
  region: string | null
}

const takes =
  'an address: file:///FOLDER, or s3://BUCKET/PREFIX with ?endpoint=https://… where it is not Amazon'

const key = z.string().regex(/^[\x21-\x7e]{1,5000}$/, 'a key without spaces')

export const storageSchema = {
  STORAGE_URL: z
    .string()
    .refine((text) => isFolder(text) || readBucket(text) !== null, takes)
    .optional(),
  AWS_ACCESS_KEY_ID: key.optional(),
  AWS_SECRET_ACCESS_KEY: key.optional(),
  AWS_SESSION_TOKEN: key.optional(),
  AWS_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/i, 'a region such as eu-west-3')
    .optional(),
}

const schema = z.object(storageSchema)

/** The place that the settings name, or the name of the setting that is missing for it. */
export function readStorage(read: z.output<typeof schema>): StorageSettings | string {
  const accessKeyId = read.AWS_ACCESS_KEY_ID ?? null
  const secretAccessKey = read.AWS_SECRET_ACCESS_KEY ?? null
  const sessionToken = read.AWS_SESSION_TOKEN ?? null
  const given = { accessKeyId, secretAccessKey, sessionToken, region: read.AWS_REGION ?? null }
  const text = read.STORAGE_URL ?? null
  if (text === null) return { ...given, place: null }
  if (isFolder(text)) return { ...given, place: { address: text, folder: fileURLToPath(text) } }
  if (accessKeyId === null) return 'AWS_ACCESS_KEY_ID'
  if (secretAccessKey === null) return 'AWS_SECRET_ACCESS_KEY'
  const named = readBucket(text)
  if (named === null) return 'STORAGE_URL'
  const { bucket, prefix } = named
  const region = named.region ?? given.region ?? 'us-east-1'
  const place = {
    address: `s3://${bucket}/${prefix}`,
    endpoint: named.endpoint ?? `https://s3.${region}.amazonaws.com`,
    region,
    bucket,
    prefix,
    keys: { accessKeyId, secretAccessKey, sessionToken },
  }
  return { ...given, place }
}

function isFolder(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'file:' && url.hostname === '' && url.search + url.hash === ''
}

function readBucket(text: string) {
  const url = URL.parse(text)
  if (url?.protocol !== 's3:' || url.username + url.password + url.port !== '') return null
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) return null
  if (!/^[\w./-]*$/.test(url.pathname) || [...url.searchParams.keys()].some((name) => !known.has(name)))
    return null
  const [endpoint, region] = [url.searchParams.get('endpoint'), url.searchParams.get('region')]
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) return null
  return {
    bucket: url.hostname,
    prefix: url.pathname.replaceAll(/^\/+|\/+$/g, ''),
    endpoint: endpoint?.replace(/\/+$/, '') ?? null,
    region,
  }
}

const known = new Set(['endpoint', 'region'])
