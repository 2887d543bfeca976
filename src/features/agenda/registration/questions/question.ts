import { z } from 'zod'
import { chooseText, textStates } from '../../../../platform/i18n/localized-text.ts'

/** How a question is answered: in a line, at length, by one choice, by several, by yes or no. */
export const questionKinds = ['line', 'text', 'one', 'several', 'yes_no'] as const

const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

/** The questions of the holders of an event to registrants. */
export const storedQuestion = z.object({
  id: z.uuid(),
  kind: z.enum(questionKinds),
  label: text,
  choices: z.array(z.object({ id: z.uuid(), label: text })),
  isRequired: z.boolean(),
})
export type Question = z.output<typeof storedQuestion>

/** The answers of a registrant, by the id of the question: a text, `yes` or `no`, the ids of choices. */
export type Answers = Readonly<Record<string, string | string[]>>

/** Whether a question is answered by choices of its own. */
export function hasChoices(kind: string): boolean {
  return kind === 'one' || kind === 'several'
}

/** An answer in words, without choices that are no longer offered. */
export function answerWords(
  question: Question,
  answers: Answers,
  { language, yes, no }: { language: string; yes: string; no: string },
): string {
  const given = [answers[question.id] ?? []].flat()
  if (question.kind === 'yes_no') return given.map((each) => (each === 'yes' ? yes : no)).join('')
  if (!hasChoices(question.kind)) return given.join('')
  return question.choices
    .filter(({ id }) => given.includes(id))
    .map(({ label }) => chooseText(label, language)?.text ?? '')
    .join(', ')
}
