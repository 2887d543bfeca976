import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { Field } from './field.tsx'

interface FileFieldProps {
  name: string
  label: ComponentChildren
  /** The accepted files, in words: « CSV, Excel ou OpenDocument ». */
  kinds: string
  /** The accepted files for the browser, which offers these first: endings and media types. */
  accept: readonly string[]
  mostBytes: number
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  multiple?: boolean
}

/** A file to choose, or to drop onto the field; its form has the type multipart/form-data, and is read by `readUpload`. */
export function FileField({ kinds, accept, mostBytes, hint, multiple, ...field }: FileFieldProps) {
  const reader = useReader()
  const megabytes = Math.floor(mostBytes / 1e6)
  return (
    <Field
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
