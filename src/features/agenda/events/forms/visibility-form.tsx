import { z } from 'zod'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { publications } from '../document/schema.ts'
import { eventPart } from './event-part.ts'

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
