import { expect, test } from 'vitest'
import { decodeKorean } from './text-lines.ts'

// Made with Python: '…'.encode('cp949').
test.each([
  ['이천', 'c0ccc3b5'],
  ['햏', 'c164'],
  ['믜', '92de'],
  ['뷁 at 똠방각하', '94ee206174208c63b9e6b0a2c7cf'],
  ['갂', '8141'],
  ['힣', 'c652'],
])('reads %s', (text, hex) => {
  expect(decodeKorean(Buffer.from(hex, 'hex'))).toBe(text)
})

test.each(['ff', 'c1', 'ffff', '8030'])('does not read %s', (hex) => {
  expect(decodeKorean(Buffer.from(hex, 'hex'))).toBeNull()
})
