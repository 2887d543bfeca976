import type { Form } from './edited-record.ts'
import { lastMailTo } from './mailbox.ts'
import type { TestApp } from './open-test-app.ts'
import type { SignedIn } from './sign-in.ts'

type Browser = Pick<SignedIn, 'get' | 'post'>

export const expectations = '/fr/france-coree/expectations'

/** What Hwaseong expects of the agglomération of La Rochelle, as the secretariat writes it down in its name. */
export const ofHwaseong = {
  'asker.name': 'Hwaseong',
  'title.ko.text': '고령자 돌봄 경험 공유',
  'text.ko.text': '고령자 재가 돌봄 제도를 운영하는 담당자와 만나고 싶습니다.',
  themes: 'ageing',
  form: 'practitioner_exchange',
  deadline: '2017-12-31',
  confidentiality: 'concerned',
  language: 'ko',
} satisfies Form

/** A person in Hwaseong without an account. */
export const minji = { contactName: '김민지', contactAddress: 'minji@hwaseong.example' }

/** States an expectation; returns the path of its page, or throws with the errors of the form. */
export async function stateExpectation(browser: Browser, askedId: string, given: Form = {}): Promise<string> {
  const answer = await browser.post(`${expectations}/new`, { ...ofHwaseong, asked: askedId, ...given })
  const { location } = answer.headers
  if (answer.statusCode !== 303 || !location)
    throw new Error(`No expectation: ${answer.statusCode} ${errorsIn(answer.body)}`)
  return String(location).split('?')[0] ?? ''
}

/** Answers in the name of a member, whose request is found on the page of the expectation. */
export async function answerFor(browser: Browser, path: string, organisation: string, given: Form) {
  const request = await requestOf(browser, path, organisation)
  return browser.post(`${path}/answers`, { request, ...given })
}

/** The id of the request to a member: in the form, or in the link to the form. */
export async function requestOf(browser: Browser, path: string, organisation: string): Promise<string> {
  const { body } = await browser.get(path)
  const entry = new RegExp(
    `organisations/${organisation}["?](?:(?!organisations/)[\\s\\S])*?answer=([0-9a-f-]{36})`,
  ).exec(body)
  return entry?.[1] ?? /name="request" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
}

/** The path of the link in the last mail about an expectation to an address. */
export async function expectedLinkOf(testApp: TestApp, address: string): Promise<string> {
  const mail = await lastMailTo(testApp, address)
  const link = mail?.links.find((each) => each.includes('/expected/')) ?? ''
  return URL.parse(link)?.pathname ?? ''
}

function errorsIn(body: string): string {
  return /form-errors[\s\S]*?<\/div>/.exec(body)?.[0] ?? body.slice(0, 500)
}
