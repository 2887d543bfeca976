const megabyte = 1024 * 1024

/** Limits for one file; nobody's minutes come near. */
export const readingLimits = {
  fileBytes: 50 * megabyte,
  /** Letters of a text. */
  textUnits: 5_000_000,
  pages: 2_000,
  /** Of an archive. */
  parts: 5_000,
  inflatedBytes: 400 * megabyte,
  /** One part, and how many times larger than packed it may be once it is larger than a megabyte. */
  partBytes: 150 * megabyte,
  partRatio: 200,
  /** Elements within elements. */
  depth: 400,
  attachments: 50,
  /** Files in files: a mail attached to a mail. */
  nesting: 3,
  ocrPages: 100,
} as const
