import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { ConfirmForm, ConfirmPage } from './confirm-page.tsx'

const reader = uiReader('en')
const end = '<p class="form-end"><button type="submit" class="button primary">It is mine</button></p></form>'

test('what somebody sent is shown whole before the one button that confirms it, with what they agree to', () => {
  const page = (
    <ConfirmPage
      kicker={<a href="/agenda">Agenda</a>}
      title="Confirm"
      lead="You proposed this."
      consent="I agree."
      action="/it/confirmation"
      label="It is mine"
    >
      <p>A festival</p>
    </ConfirmPage>
  )
  expect(renderFor(reader, () => page)).toBe(
    '<header class="page-heading"><p class="kicker"><a href="/agenda">Agenda</a></p><h1>Confirm</h1>' +
      '<div class="lead">You proposed this.</div></header><p>A festival</p>' +
      `<form method="post" action="/it/confirmation" class="form"><p>I agree.</p>${end}`,
  )
})

test('a page that says more has the button alone', () => {
  expect(renderFor(reader, () => <ConfirmForm action="" label="It is mine" />)).toBe(
    `<form method="post" action class="form">${end}`,
  )
})
