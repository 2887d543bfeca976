import { expect, test } from 'vitest'
import { renderFor, useReader } from './reader.tsx'
import { uiReader } from './ui-reader.ts'

const Language = () => <i>{useReader().language}</i>

test('each rendering has its own reader, also one within another', () => {
  const Within = () => (
    <b>
      {renderFor(uiReader('ko'), () => (
        <Language />
      ))}
    </b>
  )
  const html = renderFor(uiReader('fr'), () => (
    <>
      <Within />
      <Language />
    </>
  ))
  expect(html).toBe('<b>&lt;i>ko&lt;/i></b><i>fr</i>')
})

test('a rendering that fails leaves no reader behind', () => {
  const Fails = () => {
    throw new Error('no')
  }
  expect(() => renderFor(uiReader('fr'), () => <Fails />)).toThrow('no')
  expect(useReader).toThrow('outside of a rendering')
})
