import fc from 'fast-check'

/** The bytes of lines folded where a program might, within characters too, with any line end and blank lines before continuations. */
export const hostileFolds = (lines: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      end: fc.constantFrom('\r\n', '\n', '\r'),
      widths: fc.array(fc.integer({ min: 1, max: 74 }), { minLength: 1, maxLength: 5 }),
      blanks: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
    })
    .map(({ end, widths, blanks }) => {
      let folds = 0
      return Buffer.concat(
        lines.flatMap((line) => {
          const bytes = Buffer.from(line)
          const parts: Buffer[] = []
          for (let at = 0; at < bytes.length; folds += 1) {
            const width = widths[folds % widths.length] ?? 74
            const gap = at === 0 ? '' : `${end.repeat(1 + (blanks[folds % blanks.length] ?? 0))} `
            parts.push(Buffer.from(gap), bytes.subarray(at, at + width))
            at += width
          }
          return [...parts, Buffer.from(end)]
        }),
      )
    })
