import type { ComponentChildren } from 'preact'
import { readSaidDate } from '../../platform/dates/index.ts'
import { addressFor } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { understoodAs } from '../text/date-words.ts'
import { describedAlso, Field } from './field.tsx'
import { useFilled } from './filled.tsx'

interface DateFieldProps {
  name: string
  label: ComponentChildren
  /** As typed; of a record, the answer of `dateToType`. */
  value?: string | undefined
  error?: string | undefined
  required?: boolean
  /** One of several inputs of which one is filled in. */
  isPart?: boolean
  /** Instead of the usual examples. */
  hint?: ComponentChildren
  /** The form’s schema takes the year of the reader’s day if none is given. */
  assumesYear?: boolean
}

/** A whole day, as people say it or from a calendar; the form’s schema takes no vaguer date. */
export function DayField(props: Omit<DateFieldProps, 'assumesYear'>) {
  const { t } = useReader()
  return <DateField {...props} hint={props.hint ?? t('ui.date.dayHint')} />
}

/** A date as people say it, in one line of text; under it, how it is understood. With a script, a calendar opens beside it. */
export function DateField({ hint, assumesYear, ...props }: DateFieldProps) {
  const filled = useFilled(props.name)
  const { value = filled.value ?? '', ...field } = props
  const reader = useReader()
  const said = readSaidDate(value, reader.interfaceLanguage, assumesYear ? reader.today : undefined)
  const address = addressFor(reader, '/dates/understanding', { assume: assumesYear ? 'year' : undefined })
  return (
    <Field {...field} hint={hint ?? reader.t('ui.date.hint')}>
      {(control) => (
        <>
          <span class="date-line">
            <input
              {...describedAlso(control, 'understood')}
              type="text"
              value={value}
              maxlength={100}
              autocomplete="off"
              data-part="date"
              data-address={address}
              data-calendar={reader.t('ui.date.calendar')}
            />
          </span>
          <p class="field-understood" id={`${control.id}-understood`} aria-live="polite">
            {said ? understoodAs(reader, said.edtf, said.assumedYear) : null}
          </p>
        </>
      )}
    </Field>
  )
}
