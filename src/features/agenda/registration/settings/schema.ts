import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { type LocalizedText, mergeLocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { dayInput } from '../../../../platform/input/date-input.ts'
import { type FieldError, type FormValues, fieldError, says } from '../../../../platform/input/form.ts'
import { localizedText, typedText } from '../../../../platform/input/text-input.ts'
import { typedTime } from '../../events/forms/when-reading.ts'
import { hasChoices, type Question, questionKinds } from '../questions/question.ts'
import { audiences } from '../terms.ts'

export const longestUse = 1000
export const mostMonths = 36
export const reminders = ['', '1', '2', '3', '7', '14'] as const

const places = z
  .string()
  .trim()
  .regex(/^$|^[1-9]\d{0,4}$/, { error: says('agenda.error.places') })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** The terms on which people register, as their form sends them. */
export function termsForm({ countries, dataUse }: { countries: readonly string[]; dataUse: LocalizedText }) {
  return z.object({
    isOpen: z.enum(['yes', 'no']),
    untilDay: dayInput(says('agenda.error.day')),
    untilTime: typedTime,
    zone: z.string().refine(isZone, { error: says('agenda.error.zone') }),
    forWhom: z.enum(audiences),
    places,
    countryPlaces: z.object(Object.fromEntries(countries.map((country) => [country, places]))).prefault({}),
    ...typedQuestions,
    dataUse: localizedText({ max: longestUse, isRequired: true, previous: dataUse }),
    keptMonths: z
      .string()
      .trim()
      .regex(/^\d{1,2}$/, { error: says('agenda.error.keptMonths') })
      .transform(Number)
      .refine((months) => months >= 1 && months <= mostMonths, { error: says('agenda.error.keptMonths') }),
    reminderDays: z
      .enum(reminders)
      .default('')
      .transform((days) => (days === '' ? null : Number(days))),
  })
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone)
  } catch {
    return false
  }
}

export const longestQuestion = 300
const longestChoice = 200
const mostChoices = 30
const mostQuestions = 20

/** What the form sends of the questions: choices are lines, the same in every language. */
const typedQuestions = {
  questions: z
    .array(
      z.object({
        entry: z.string().default(''),
        kind: z.enum(questionKinds),
        label: typedText({ max: longestQuestion, isRequired: true }),
        choices: z.record(z.string(), z.string().max(10_000)).default({}),
        isRequired: z.string().optional(),
      }),
    )
    .max(mostQuestions)
    .default([]),
}
type TypedQuestion = z.output<typeof typedQuestions.questions>[number]

const listed = 'questions'
const nameOf = (index: number, field: string) => `${listed}.${index}.${field}`

/** The questions as the fields of the form hold them; they come from the terms. */
export function questionValues(questions: readonly Question[], languages: readonly string[]): FormValues {
  return Object.assign(
    {},
    ...questions.map(({ id, kind, choices, isRequired }, index) => ({
      [nameOf(index, 'entry')]: id,
      [nameOf(index, 'kind')]: kind,
      [nameOf(index, 'isRequired')]: isRequired ? 'on' : '',
      ...Object.fromEntries(
        languages.map((language) => [
          nameOf(index, `choices.${language}`),
          choices
            .map(({ label }) => label[language]?.text ?? '')
            .join('\n')
            .trim(),
        ]),
      ),
    })),
  )
}

/** The questions with the typed values, each under its former id; or what is wrong with their choices. */
export function readQuestions(
  before: readonly Question[],
  typed: readonly TypedQuestion[],
): { questions: Question[] } | { errors: FieldError[] } {
  const errors = typed.flatMap((question, index): FieldError[] => {
    const problem = hasChoices(question.kind) ? questionTrouble(question) : null
    return problem === null ? [] : [fieldError(nameOf(index, 'choices'), problem)]
  })
  if (errors.length > 0) return { errors }
  return {
    questions: typed.map((question) => {
      const stored = before.find(({ id }) => id === question.entry)
      return {
        id: stored?.id ?? newId(),
        kind: question.kind,
        label: mergeLocalizedText(stored?.label ?? {}, question.label),
        choices: hasChoices(question.kind) ? choicesOf(stored?.choices ?? [], question) : [],
        isRequired: question.isRequired !== undefined && question.isRequired !== '',
      }
    }),
  }
}

function questionTrouble(question: TypedQuestion) {
  const lists = listsOf(question).map(([, lines]) => lines)
  const [first] = lists
  if (first === undefined || first.length < 2) return 'agenda.error.choicesMissing'
  if (lists.some((lines) => lines.length !== first.length)) return 'agenda.error.choicesDiffer'
  const isTooMuch = first.length > mostChoices || lists.flat().some((line) => line.length > longestChoice)
  if (isTooMuch) return 'agenda.error.choicesTooMany'
  return lists.some((lines) => new Set(lines).size !== lines.length) ? 'agenda.error.choicesTwice' : null
}

function listsOf({ choices }: TypedQuestion): [string, string[]][] {
  return Object.entries(choices)
    .map(([language, text]): [string, string[]] => [language, linesOf(text)])
    .filter(([, lines]) => lines.length > 0)
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

// A choice with the same words keeps the id under which it was answered, else it gets that of the choice in its place.
function choicesOf(before: Question['choices'], typed: TypedQuestion): Question['choices'] {
  const lists = listsOf(typed)
  const count = lists[0]?.[1].length ?? 0
  const labels = Array.from({ length: count }, (_, index): LocalizedText => {
    const [original] = lists
    return Object.fromEntries(
      lists.map(([language, lines]) => [
        language,
        { text: lines[index] ?? '', state: language === original?.[0] ? 'original' : 'reviewed' },
      ]),
    )
  })
  const same = labels.map((label) => before.find((each) => isWordedAlike(each.label, label))?.id)
  return labels.map((label, index) => {
    const inPlace = before[index]?.id
    const id = same[index] ?? (inPlace !== undefined && !same.includes(inPlace) ? inPlace : newId())
    return { id, label }
  })
}

function isWordedAlike(one: LocalizedText, other: LocalizedText): boolean {
  return Object.entries(one).some(([language, { text }]) => other[language]?.text === text)
}
