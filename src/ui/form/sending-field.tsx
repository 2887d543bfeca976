import { newId } from '../../platform/context/identifier.ts'
import { sendingField } from '../../platform/http/sent-form.ts'

/** A form's own id: sent twice, it is done once (`sendOnce`). */
export function SendingField() {
  return <input type="hidden" name={sendingField} value={newId()} />
}
