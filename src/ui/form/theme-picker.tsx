import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { Choice, type ChoiceOption } from './choice-field.tsx'
import { FieldGroup } from './field-group.tsx'
import { useFieldIds, useFilled } from './filled.tsx'

export interface ThemeGroup {
  label: string
  options: readonly ChoiceOption[]
}

interface ThemePickerProps {
  name: string
  label: ComponentChildren
  /** The themes in the groups in which readers look for them, in their words. */
  groups: readonly ThemeGroup[]
  /** By default those of the form around it. */
  chosen?: readonly string[] | undefined
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
}

// Without a script so many more can be chosen before the form is sent.
const listsShown = [1, 2, 3]

/** Several of many: a box for each chosen one, and lists in groups for more. With the script, what is chosen in a list becomes a box. */
export function ThemePicker({ groups, ...props }: ThemePickerProps) {
  const filled = useFilled(props.name)
  const { chosen = filled.values, ...field } = props
  const { t } = useReader()
  const { name } = field
  const idOf = useFieldIds()
  const boxes = groups.flatMap(({ options }) => options.filter(({ value }) => chosen.includes(value)))
  return (
    <FieldGroup {...field} class="themes">
      <div class="choices" data-part="themes" data-name={name}>
        {boxes.map((option) => (
          <Choice key={option.value} name={name} option={option} type="checkbox" isChosen />
        ))}
      </div>
      <div class="themes-lists">
        {listsShown.map((number) => {
          const id = idOf(`${name}-more-${number}`)
          return (
            <div key={number}>
              <label class="visually-hidden" for={id}>
                {t('ui.themes.more', { number })}
              </label>
              <select id={id} name={name}>
                <option value="">{t('ui.themes.choose')}</option>
                {groups.map((group) => (
                  <optgroup key={group.label} label={group.label}>
                    {group.options
                      .filter(({ value }) => !chosen.includes(value))
                      .map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
