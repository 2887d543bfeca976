import type { ComponentChildren } from 'preact'
import { addressFor } from '../../platform/i18n/reader.ts'
import { type FormValues, typedValue } from '../../platform/input/form.ts'
import { readPoint } from '../../platform/input/point-input.ts'
import { pointMapSide, writeView } from '../map/point-view.ts'
import { useReader } from '../reader.tsx'
import { Field } from './field.tsx'
import { FieldGroup } from './field-group.tsx'
import { useFieldIds } from './filled.tsx'
import { viewOf } from './map-click.ts'

interface PointPickerProps {
  /** Of the whole; it sends `.latitude`, `.longitude`, and for `applyMapClick` `.view` and `.map`. */
  name: string
  label: ComponentChildren
  /** As typed; of a record, the two coordinates as texts. */
  values: FormValues
  /** The country of the first map (ISO 3166-1 alpha-2); the world if it is not known. */
  country: string | null
  /** Errors by the name of the input. */
  errors?: Readonly<Record<string, string>>
  required?: boolean
  hint?: ComponentChildren
  /** The form came back from a click on this map. */
  hasFocus?: boolean
}

/** A place on earth: two coordinates in any usual notation, or clicks on a map, each time nearer. */
export function PointPicker({ name, values, country, errors = {}, hasFocus, ...props }: PointPickerProps) {
  const reader = useReader()
  const { t } = reader
  const id = useFieldIds()(name)
  const [latitude, longitude] = [`${name}.latitude`, `${name}.longitude`]
  const view = writeView(viewOf(values, name, country))
  const whole = writeView(viewOf({}, name, country))
  const at = readPoint(typedValue(values, latitude), typedValue(values, longitude))
  const place = at.latitude === null || at.longitude === null ? '' : `${at.latitude},${at.longitude}`
  return (
    <FieldGroup
      name={name}
      label={props.label}
      hint={props.hint ?? t('ui.point.hint')}
      error={errors[name]}
      required={props.required ?? false}
    >
      <div class="point">
        <div class="point-lines">
          <Field
            name={latitude}
            label={t('ui.point.latitude')}
            value={typedValue(values, latitude)}
            error={errors[latitude]}
            autocomplete="off"
            isPart
          />
          <Field
            name={longitude}
            label={t('ui.point.longitude')}
            value={typedValue(values, longitude)}
            error={errors[longitude]}
            autocomplete="off"
            isPart
          />
        </div>
        <div>
          <p class="point-map">
            <input
              type="image"
              id={`${id}-map`}
              name={`${name}.map`}
              src={addressFor(reader, '/directory/map.svg', { view, at: place })}
              alt={t('ui.point.map')}
              width={pointMapSide}
              height={pointMapSide}
              formnovalidate
              autofocus={hasFocus}
              data-part="point"
              data-whole={whole}
              data-keys={t('ui.point.keys')}
            />
            <input type="hidden" name={`${name}.view`} value={view} />
          </p>
          <button
            type="submit"
            class="button"
            name="action"
            value={`whole:${name}`}
            formnovalidate
            hidden={view === whole}
          >
            {t('ui.point.whole')}
          </button>
        </div>
      </div>
    </FieldGroup>
  )
}
