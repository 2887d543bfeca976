import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { Field } from './field.tsx'
import { FieldGroup } from './field-group.tsx'
import { useFieldIds, useFilled } from './filled.tsx'

export interface ChoiceOption {
  value: string
  label: string
  /** What distinguishes it, in smaller letters. */
  hint?: ComponentChildren
}

interface ChoiceFieldProps {
  name: string
  label: ComponentChildren
  options: readonly ChoiceOption[]
  /** The values chosen; by default those of the form around it. */
  chosen?: readonly string[] | undefined
  /** Several may be chosen: boxes instead of buttons. */
  multiple?: boolean
  /** A list that opens even for few answers: inside parts that are repeated. */
  isFolded?: boolean
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  /** One of several questions that may each wait: it is not marked as optional. */
  isPart?: boolean
}

/** More than these are easier to find in a list that opens. */
const mostRadios = 7

/** One answer of several, or several of many: radio buttons if they fit at a glance, else a list; or boxes. */
export function ChoiceField({ options, multiple = false, isFolded = false, ...props }: ChoiceFieldProps) {
  const filled = useFilled(props.name)
  // If one option is the empty answer, it is the choice as long as none was made.
  const said = multiple || filled.values.length > 0 ? filled.values : ['']
  const { chosen = said, ...field } = props
  if (!multiple && (isFolded || options.length > mostRadios)) {
    return <SelectField options={options} chosen={chosen} {...field} />
  }
  return (
    <FieldGroup {...field}>
      <div class="choices">
        {options.map((option) => (
          <Choice
            key={option.value}
            name={field.name}
            option={option}
            type={multiple ? 'checkbox' : 'radio'}
            isChosen={chosen.includes(option.value)}
            required={!multiple && field.required}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

interface ChoiceProps {
  name: string
  option: Omit<ChoiceOption, 'label'> & { label: ComponentChildren }
  type: 'checkbox' | 'radio'
  isChosen: boolean
  required?: boolean | undefined
}

/** One box or button with its words, large enough for a finger. */
export function Choice({ name, option, type, isChosen, required }: ChoiceProps) {
  const id = useFieldIds()(`${name}-${option.value}`)
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={isChosen}
        required={required || undefined}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      ) : null}
    </div>
  )
}

type SelectFieldProps = Omit<ChoiceFieldProps, 'multiple' | 'isFolded' | 'chosen'> & {
  chosen: readonly string[]
}

function SelectField({ options, chosen, ...field }: SelectFieldProps) {
  const { t } = useReader()
  return (
    <Field {...field}>
      {(control) => (
        <select {...control}>
          {options.some(({ value }) => value === '') ? null : <option value="">{t('ui.choice.none')}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={chosen.includes(value)}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
