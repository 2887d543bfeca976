import { hole } from '../project/literals.ts'

const narrow = '\u202F'
const fixed = '\u00A0'

/**
 * What French typography refuses in a passage, in words; empty when nothing.
 * After the Imprimerie nationale's rules: a narrow no-break space before ; ! ?, a no-break space before : and inside « ».
 */
export function typographyFaults(passage: string): string[] {
  const text = passage.replaceAll(/\b(?:https?:\/\/|www\.|mailto:)\S+/g, hole)
  const faults = [
    [/'/, 'a straight apostrophe: write ’'],
    [new RegExp(`[^${narrow};!?(\\[][;!?]`), 'no narrow no-break space (U+202F) before ; ! or ?'],
    [new RegExp(`[^${fixed}]:(?=\\s|$|${hole})`), 'no no-break space (U+00A0) before :'],
    [new RegExp(`«(?!${fixed})|(?<!${fixed})»`), 'no no-break space (U+00A0) inside « »'],
  ] as const
  return faults.filter(([fault]) => fault.test(text)).map(([, words]) => words)
}
