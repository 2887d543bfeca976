import { z } from 'zod'
import { type LocalizedText, mergeLocalizedText, textStates } from '../../i18n/localized-text.ts'
import type { WrongParts } from './wrong-parts.ts'

const languageTag = /^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/

/** A text as programs read and write it: each language with its words and how far they can be relied on. */
export function programText(longest: number) {
  return z
    .record(
      z.string().regex(languageTag, { error: 'a language as in fr, ko or zh-Hant' }),
      z.strictObject({
        text: z.string().trim().min(1, { error: 'a text; leave the language out for none' }).max(longest),
        state: z.enum(textStates).optional(),
      }),
    )
    .describe('BCP 47 language tag → text and state: original, reviewed, machine or stale')
}

export type ProgramText = z.output<ReturnType<typeof programText>>

interface TextPlace {
  path: readonly PropertyKey[]
  languages: readonly string[]
  wrong: WrongParts
}

/**
 * A text after a program sent it whole. A state counts where it differs from the current one: what is sent back as it was read says
 * nothing. When the original changes, the other languages that were not changed turn stale. A machine-made passage stays so, however it
 * changes, until a person says that they have read it.
 */
export function textAfter(previous: LocalizedText, sent: ProgramText, place: TextPlace): LocalizedText {
  const original = readOriginal(previous, sent, place)
  for (const language of Object.keys(sent))
    if (!place.languages.includes(language) && previous[language] === undefined)
      place.wrong.add(
        [...place.path, language],
        `one of the languages of the group: ${place.languages.join(', ')}`,
      )
  const gone = Object.keys(previous).filter((language) => sent[language] === undefined)
  const merged = mergeLocalizedText(previous, {
    texts: Object.fromEntries([
      ...gone.map((language) => [language, '']),
      ...Object.entries(sent).map(([language, { text }]) => [language, text]),
    ]),
    reviewed: Object.entries(sent).flatMap(([language, { state }]) =>
      state === 'reviewed' && previous[language]?.state !== 'reviewed' ? [language] : [],
    ),
    original,
  })
  return Object.fromEntries(
    Object.entries(merged).map(([language, passage]) => {
      const isMachine = sent[language]?.state === 'machine' && passage.state === 'reviewed'
      return [language, isMachine ? { ...passage, state: 'machine' } : passage]
    }),
  )
}

// The language of the original: the present one, unless another one is given and its words with it; null when none is given.
function readOriginal(previous: LocalizedText, sent: ProgramText, { path, wrong }: TextPlace): string | null {
  const stored = Object.keys(previous).find((language) => previous[language]?.state === 'original')
  const isChanged = (language: string) => sent[language]?.text !== previous[language]?.text
  const said = Object.keys(sent).filter((language) => sent[language]?.state === 'original')
  const [first, second] = said
  if (second !== undefined)
    wrong.add([...path, second, 'state'], `only one language is the original; ${first} says so too`)
  if (stored !== undefined) {
    if (first !== undefined && first !== stored && !isChanged(first))
      wrong.add(
        [...path, first, 'state'],
        `the original is in ${stored}: it stays so unless this text changes with it`,
      )
    const state = sent[stored]?.state
    if (first === undefined && state !== undefined)
      wrong.add([...path, stored, 'state'], 'this is the original: it stays so until another language is')
    return first ?? null
  }
  const written = Object.keys(sent).filter(
    (language) => isChanged(language) && sent[language]?.state !== 'machine',
  )
  if (first === undefined && written.length === 0 && Object.keys(sent).some(isChanged))
    wrong.add(path, 'one language that was not made by a machine: it is the original')
  return first ?? written[0] ?? null
}
