import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { languageAttributes } from '../text/language-attributes.ts'
import { Choice } from './choice-field.tsx'
import { describedAlso, Field } from './field.tsx'
import { useFilled } from './filled.tsx'

/** One of many, with what distinguishes it from its namesakes. */
export interface PickerOption {
  id: string
  name: string
  /** BCP 47 tag of the name. */
  language: string
  /** Its name in its own language, if that is another. */
  own: { text: string; language: string } | null
  /** Kind, place, country: in the reader's words. */
  details: string
}

interface PickerProps {
  /** Of the whole; the inputs are `.name`, `.id`, and `.for`, the name that the id was chosen for. */
  name: string
  label: ComponentChildren
  /** By default the value in the form around it. */
  typed?: string | undefined
  chosen: PickerOption | null
  /** Asks which of these is meant. */
  candidates?: readonly PickerOption[]
  /** Answers `{ items: PickerOption[], status }` to `q` as the reader types. */
  suggestions: string
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  /** One of several inputs of which one is filled in. */
  isPart?: boolean
  /** What to do if the list does not have it. */
  otherwise?: ComponentChildren
}

/**
 * Picks one of a large list by typing its name: a line of text that the server reads, and with the script a list of suggestions under it.
 */
export function Picker({ name, chosen, suggestions, ...props }: PickerProps) {
  const filled = useFilled(`${name}.name`)
  const reader = useReader()
  const { typed = filled.value ?? '', candidates = [], otherwise, ...field } = props
  const asks = candidates.length > 0
  return (
    <Field {...field} name={`${name}.name`}>
      {(control) => (
        <>
          <div class="picker">
            <input
              {...describedAlso(control, 'chosen')}
              type="text"
              value={typed}
              maxlength={200}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              data-part="picker"
              data-address={suggestions}
            />
            <input type="hidden" name={`${name}.id`} value={chosen?.id ?? ''} disabled={asks} />
            <input type="hidden" name={`${name}.for`} value={chosen || asks ? typed : ''} />
          </div>
          <p
            class="picker-chosen"
            id={`${control.id}-chosen`}
            data-chosen={reader.t('ui.picker.chosen', { name: '#' })}
          >
            {chosen ? reader.t('ui.picker.chosen', { name: `${chosen.name} – ${chosen.details}` }) : null}
          </p>
          {asks ? (
            <fieldset class="field-group picker-candidates">
              <legend>{reader.t('ui.picker.which', { text: typed })}</legend>
              {candidates.map((option) => (
                <Choice
                  key={option.id}
                  name={`${name}.id`}
                  option={{
                    value: option.id,
                    label: <OptionName option={option} />,
                    hint: option.details,
                  }}
                  type="radio"
                  isChosen={false}
                />
              ))}
            </fieldset>
          ) : null}
          {otherwise ? <p class="picker-otherwise">{otherwise}</p> : null}
        </>
      )}
    </Field>
  )
}

function OptionName({ option }: { option: PickerOption }) {
  const reader = useReader()
  return (
    <>
      <span {...languageAttributes(reader, option.language)}>{option.name}</span>
      {option.own ? (
        <span class="own-name" {...languageAttributes(reader, option.own.language)}>
          {' '}
          {option.own.text}
        </span>
      ) : null}
    </>
  )
}
