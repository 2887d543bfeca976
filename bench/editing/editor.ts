import { readFields } from './read-fields.ts'

/** How an answer came: what matters of it, and how long it took. */
export interface Answer {
  status: number
  location: string
  body: string
  timeMs: number
}

/** Sends a GET without a form, a POST with one; the redirection is not followed. */
export type Send = (cookie: string, url: string, form?: Record<string, string | string[]>) => Promise<Answer>

/** A form, and the field of it that is rewritten. */
export interface EditedForm {
  address: string
  field: string
}

export interface Editor {
  name: string
  cookie: string
  forms: EditedForm[]
}

/** What the editors were answered, for the ledger to be checked against. */
export interface Tally {
  /** By form: what was acknowledged, in the order in which it was. */
  acknowledged: { form: string; text: string; reason: string }[]
  changeMs: number[]
  draftMs: number[]
  meetings: number
  faults: string[]
}

const mostMeetings = 50

/** Edits one form after the other, with a draft each time, until told to stop; no text comes twice. */
export async function edit(send: Send, editor: Editor, tally: Tally, goesOn: () => boolean): Promise<void> {
  for (let turn = 0; goesOn(); turn++) {
    const form = editor.forms[turn % editor.forms.length]
    if (form) await editOnce(send, editor, form, `${editor.name} ${turn}`, tally)
  }
}

async function editOnce(send: Send, editor: Editor, form: EditedForm, text: string, tally: Tally) {
  const { cookie } = editor
  const fault = (what: string) => tally.faults.push(`${text}, ${form.address}: ${what}`)
  const opened = await send(cookie, form.address)
  if (opened.status !== 200) return fault(`opened with ${opened.status}`)
  const reason = `Reason of ${text}.`
  let fields: Record<string, string | string[]> = { ...readFields(opened.body), [form.field]: text, reason }
  const saved = await send(cookie, `${form.address}/draft`, fields)
  tally.draftMs.push(saved.timeMs)
  if (saved.status !== 200) return fault(`the draft was answered by ${saved.status}`)
  const again = await send(cookie, form.address)
  const kept = readFields(again.body)[form.field]
  if (kept !== text) return fault(`the draft came back as ${kept}, by ${again.status}`)
  for (let meetings = 0; meetings < mostMeetings; meetings++) {
    const answer = await send(cookie, form.address, fields)
    tally.changeMs.push(answer.timeMs)
    if (answer.status === 303 && answer.location.includes('saved=')) {
      tally.acknowledged.push({ form: form.address, text, reason })
      return
    }
    if (answer.status !== 409) return fault(`sent, and answered by ${answer.status}`)
    tally.meetings++
    fields = { ...readFields(answer.body), ...ownChoices(answer.body) }
    if (!answer.body.includes(text)) return fault('what was typed is not in the page that tells of the other')
  }
  fault(`met others ${mostMeetings} times`)
}

/** An editor whose change meets another’s keeps their own words. */
function ownChoices(page: string): Record<string, string> {
  const names = [...page.matchAll(/<input type="radio" name="(choice:[^"]*)" value="mine"/g)]
  return Object.fromEntries(names.map(([, name = '']) => [name, 'mine']))
}

export function newTally(): Tally {
  return { acknowledged: [], changeMs: [], draftMs: [], meetings: 0, faults: [] }
}
