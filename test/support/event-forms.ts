import type { EditedRecord, Form } from './edited-record.ts'
import { fieldsOf } from './form-fields.ts'
import type { SignedIn } from './sign-in.ts'

const group = '/fr/france-coree'

/** Adds an event of Limoges by its form, as rendered except for the given values. */
export async function addEvent({ member }: EditedRecord, typed: Form, browser: SignedIn = member) {
  return browser.post(`${group}/agenda/new`, {
    ...(await fieldsOf(browser, `${group}/agenda/new`)),
    kind: 'seminar',
    zone: 'Europe/Paris',
    'participants.0.name': 'Limoges',
    reason: 'Courriel du service des relations internationales',
    ...typed,
  })
}

/** Sends a form of an event, as rendered except for the given values. */
export async function editEvent(
  { member }: EditedRecord,
  form: string,
  typed: Form,
  browser: SignedIn = member,
) {
  return browser.post(form, { ...(await fieldsOf(browser, form)), ...typed, reason: 'Courriel de la mairie' })
}
