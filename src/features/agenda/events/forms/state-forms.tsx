import { z } from 'zod'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { eventStates, firmnesses } from '../codes.ts'
import { publications } from '../document/schema.ts'
import { eventPart } from './event-part.tsx'

/** Whether an event is planned, took place or was cancelled. */
export const stateForm = eventPart({
  key: 'state',
  title: 'agenda.form.state',
  lead: 'agenda.form.stateLead',
  words: ({ reader, document: { state } }) => reader.t(`agenda.state.${state}`),
  values: ({ document }) => ({ state: document.state, firmness: document.firmness ?? 'planned' }),
  schema: () => z.object({ state: z.enum(eventStates), firmness: z.enum(firmnesses).default('planned') }),
  write: ({ context, document }, { state, firmness }) => {
    const isAhead = document.when !== null && readEdtf(document.when).from > context.today
    if (state === 'past' && isAhead) return [fieldError('state', 'agenda.error.pastIsAhead')]
    return { ...document, state, firmness: state === 'planned' ? firmness : null }
  },
  form: ({ reader }) => (
    <>
      <ChoiceField
        name="state"
        label={reader.t('agenda.form.state')}
        options={eventStates.map((state) => ({
          value: state,
          label: capitalized(reader.t(`agenda.state.${state}`), reader.interfaceLanguage),
        }))}
        required
      />
      <ChoiceField
        name="firmness"
        label={reader.t('agenda.form.firmness')}
        options={firmnesses.map((each) => ({
          value: each,
          label: capitalized(reader.t(`agenda.firmness.${each}`), reader.interfaceLanguage),
        }))}
      />
    </>
  ),
})

/** Who reads an event: everybody, the network, its holders, or, once withdrawn, nobody else. */
export const visibilityForm = eventPart({
  key: 'visibility',
  title: 'agenda.form.visibility',
  lead: 'agenda.form.visibilityLead',
  words: ({ reader, document: { visibility } }) => reader.t(`agenda.form.visibility.${visibility}`),
  values: ({ document }) => ({ visibility: document.visibility }),
  schema: () => z.object({ visibility: z.enum(publications) }),
  write: ({ document }, { visibility }) => ({ ...document, visibility }),
  form: ({ reader }) => (
    <ChoiceField
      name="visibility"
      label={reader.t('agenda.form.visibility')}
      options={publications.map((each) => ({
        value: each,
        label: reader.t(`agenda.form.visibility.${each}`),
      }))}
      required
    />
  ),
})
