import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Field } from './field.tsx'

interface FileFieldProps {
  reader: Reader
  name: string
  label: ComponentChildren
  /** What may be chosen, in words: « CSV, Excel ou OpenDocument ». */
  kinds: string
  /** The same for the browser, which offers these first: endings and media types. */
  accept: readonly string[]
  mostBytes: number
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  multiple?: boolean
}

/** A file to choose, or to drop onto the field; its form has the type multipart/form-data, and is read by `readUpload`. */
export function FileField({ reader, kinds, accept, mostBytes, hint, multiple, ...field }: FileFieldProps) {
  const megabytes = Math.floor(mostBytes / 1e6)
  return (
    <Field
      reader={reader}
      {...field}
      hint={
        <>
          {hint ? <>{hint} </> : null}
          {reader.t('ui.file.hint', { kinds, megabytes })}
        </>
      }
    >
      {(control) => (
        <input {...control} type="file" accept={accept.join(',')} multiple={multiple || undefined} />
      )}
    </Field>
  )
}
