import type { z } from 'zod'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../../platform/records/record-part.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { type EventDocument, eventDocument } from '../document/schema.ts'

/** What a form of an event is rendered from. */
export type EventCall = TypedCall<EventDocument>

/** A form of an event as editing takes it. */
export function eventPart<S extends z.ZodType>(part: TypedPart<EventDocument, S>): RecordPart {
  return recordPart((document) => eventDocument.parse(document), part)
}

const textKeys = {
  title: { label: 'agenda.text.title', hint: 'agenda.form.titleHint' },
  summary: { label: 'agenda.text.summary', hint: 'agenda.form.summaryHint' },
  frame: { label: 'agenda.text.frame', hint: 'agenda.form.frameHint' },
  venue: { label: 'agenda.text.venue', hint: 'agenda.form.venueHint' },
  organisers: { label: 'agenda.form.organisers', hint: 'agenda.form.organisersHint' },
  credit: { label: 'agenda.event.credit', hint: 'agenda.form.creditHint' },
} as const

interface EventTextFieldProps {
  call: EventCall
  name: keyof typeof textKeys
  max: number
  rows: number
  required?: boolean
}

/** A text of an event in the languages of its network. */
export function EventTextField({ call, name, ...field }: EventTextFieldProps) {
  const { reader, network, document } = call
  return (
    <LocalizedField
      name={name}
      label={reader.t(textKeys[name].label)}
      hint={reader.t(textKeys[name].hint)}
      languages={network.languages}
      text={document[name]}
      {...field}
    />
  )
}
