import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import type { EventCall } from './event-part.ts'

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
