import type { Application } from '../../../platform/http/application.ts'
import { mergeLocalizedText } from '../../../platform/i18n/merge-localized-text.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  typedValue,
} from '../../../platform/input/form.ts'
import { type Choices, chosenId, readChoices } from '../../directory/index.ts'
import type { MeetingRequest } from '../call.ts'
import type { NewParticipant, Participant } from './participant.ts'
import { readPasted } from './pasted.ts'
import { participantForm } from './schema.ts'

/** The fields for organisations. */
export const choiceNames = ['organisation']

export interface ShownParticipant {
  values: FormValues
  errors: FieldError[]
  choices: Choices
}

/** What was typed of somebody: a body that the directory has not got is kept as words. */
export async function readParticipant(
  { context, reader }: MeetingRequest,
  body: unknown,
  before: Participant | null,
): Promise<ShownParticipant & { participant: NewParticipant | null }> {
  const form = readForm(participantForm, body)
  const choices = await readChoices(context, form.values, choiceNames)
  const picked = choices.get('organisation')
  const words = picked?.state === 'none' ? typedValue(form.values, 'organisation.name').trim() : ''
  const errors = [
    ...(form.valid ? [] : form.errors),
    ...(picked?.state === 'ask' ? [fieldError('organisation.name', 'directory.picker.which')] : []),
    ...(form.valid && !form.data.name && !form.data.function && picked?.state === 'empty'
      ? [fieldError('name', 'minutes.error.nobody')]
      : []),
  ]
  if (!form.valid || errors.length > 0) return { values: form.values, errors, choices, participant: null }
  const { isNamed, function: typed, ...data } = form.data
  const typedFunction = { texts: { [reader.interfaceLanguage]: typed }, reviewed: [], original: null }
  const participant = {
    ...data,
    function: mergeLocalizedText(before?.function ?? {}, typedFunction),
    organisationId: chosenId(choices, 'organisation'),
    organisationWords: words,
    isNamed: isNamed !== undefined,
  }
  return { values: form.values, errors, choices, participant }
}

/** The people of a pasted list; a body that is surely one of the directory is taken for it. */
export async function pastedPeople(
  application: Application,
  { context, reader }: MeetingRequest,
  text: string,
): Promise<NewParticipant[]> {
  const lines = readPasted(text, (presence) =>
    (['fr', 'ko', 'en'] as const).map((language) =>
      application.translate(language)(`minutes.presence.${presence}`),
    ),
  )
  const values = Object.fromEntries(lines.map(({ organisation }, index) => [`o${index}.name`, organisation]))
  const choices = await readChoices(
    context,
    values,
    lines.map((_, index) => `o${index}`),
  )
  return lines.map((line, index) => {
    const organisationId = chosenId(choices, `o${index}`)
    return {
      name: line.name,
      function: line.function
        ? { [reader.interfaceLanguage]: { text: line.function, state: 'original' as const } }
        : {},
      organisationId,
      organisationWords: organisationId === null ? line.organisation : '',
      presence: line.presence,
      representedBy: '',
      isNamed: false,
    }
  })
}
