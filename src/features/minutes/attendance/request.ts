import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { mergeLocalizedText } from '../../../platform/i18n/merge-localized-text.ts'
import { type FieldError, type FormValues, fieldError, typedValue } from '../../../platform/input/form.ts'
import { chosenId, readChoices } from '../../directory/index.ts'
import type { MeetingRequest } from '../request.ts'
import type { NewParticipant, Participant } from './participant.ts'
import { readPasted } from './pasted.ts'
import type { participantForm } from './schema.ts'

/**
 * Reads a typed participant. Returns the errors of the form instead if there are any; an organisation that is not in the directory is kept
 * as words.
 */
export async function readParticipant(
  { context, reader }: MeetingRequest,
  { isNamed, function: words, ...typed }: z.output<typeof participantForm>,
  values: FormValues,
  before: Participant | null,
): Promise<NewParticipant | FieldError[]> {
  const choices = await readChoices(context, values, ['organisation'])
  const picked = choices.get('organisation')
  if (picked?.state === 'ask') return [fieldError('organisation.name', 'directory.picker.which')]
  if (picked?.state === 'empty' && !typed.name && !words) return [fieldError('name', 'minutes.error.nobody')]
  const typedFunction = { texts: { [reader.interfaceLanguage]: words }, reviewed: [], original: null }
  return {
    ...typed,
    function: mergeLocalizedText(before?.function ?? {}, typedFunction),
    organisationId: chosenId(choices, 'organisation'),
    organisationWords: picked?.state === 'none' ? typedValue(values, 'organisation.name').trim() : '',
    isNamed: isNamed !== undefined,
  }
}

/** Reads the people of a pasted list. An organisation is linked to the directory when the match is certain. */
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
