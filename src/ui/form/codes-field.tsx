import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { Choice, type ChoiceOption } from './choice-field.tsx'
import { FieldGroup } from './field-group.tsx'
import { useFieldIds, useFilled } from './filled.tsx'

interface CodesFieldProps {
  name: string
  label: ComponentChildren
  /** Everything that can be chosen, in the order of its list. */
  options: readonly ChoiceOption[]
  /** The codes that have a box even if they are not chosen: those that most people look for. */
  usual: readonly string[]
  /** Label of the list that adds one of the others. */
  addLabel: ComponentChildren
  hint?: ComponentChildren
  required?: boolean
}

/** Several of very many, such as countries: boxes for the chosen and the usual ones, and a list for one more. `codesInput` reads it. */
export function CodesField({ options, usual, addLabel, ...field }: CodesFieldProps) {
  const { t } = useReader()
  const { values: chosen } = useFilled(field.name)
  const boxes = [...new Set([...chosen, ...usual])].flatMap(
    (code) => options.find(({ value }) => value === code) ?? [],
  )
  const others = options.filter((option) => !boxes.includes(option))
  const id = useFieldIds()(`${field.name}-more`)
  return (
    <FieldGroup {...field}>
      <div class="choices">
        {boxes.map((option) => (
          <Choice
            key={option.value}
            name={field.name}
            option={option}
            type="checkbox"
            isChosen={chosen.includes(option.value)}
          />
        ))}
      </div>
      <p class="field-more">
        <label for={id}>{addLabel}</label>
        <select id={id} name={field.name}>
          <option value="">{t('ui.choice.none')}</option>
          {others.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
    </FieldGroup>
  )
}
