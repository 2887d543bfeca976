import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { Choice, type ChoiceOption } from './choice-field.tsx'
import { fieldId } from './field.tsx'
import { FieldGroup } from './field-group.tsx'
import { useFilled } from './filled.tsx'

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

/** Many boxes in groups; with the script, a line that finds boxes by their first letters. */
export function ThemePicker({ groups, ...props }: ThemePickerProps) {
  const filled = useFilled(props.name)
  const { chosen = filled.values, ...field } = props
  const reader = useReader()
  const { name } = field
  const id = fieldId(name)
  const total = groups.reduce((count, { options }) => count + options.length, 0)
  return (
    <FieldGroup {...field} class="themes">
      <p class="themes-filter" hidden>
        <label for={`${id}-filter`}>{reader.t('ui.themes.filter')}</label>
        <input
          id={`${id}-filter`}
          type="search"
          autocomplete="off"
          data-part="filter"
          aria-controls={`${id}-themes`}
        />
        <span
          class="visually-hidden"
          role="status"
          data-shown={reader.t('ui.themes.shown', { shown: '#', total })}
        />
      </p>
      <div class="themes-groups" id={`${id}-themes`}>
        {groups.map((group) => (
          <fieldset key={group.label} class="field-group">
            <legend>{group.label}</legend>
            {group.options.map((option) => (
              <Choice
                key={option.value}
                name={name}
                option={option}
                type="checkbox"
                isChosen={chosen.includes(option.value)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </FieldGroup>
  )
}
