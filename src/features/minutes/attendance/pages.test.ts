import { expect, test } from 'vitest'
import { readPasted } from './pages.tsx'

const words = { present: ['Présent'], excused: ['Excusé', '불참(사전 통보)'] }
const wordsFor = (presence: string) => (presence in words ? words[presence as keyof typeof words] : [])

test('reads names, functions, bodies and presences from a table or from lines', () => {
  expect(
    readPasted(
      'Claire Martin; Adjointe au maire; Limoges; excusée\n\n김민수\t국장\t이천시\t불참(사전 통보)\nSeul',
      wordsFor,
    ),
  ).toEqual([
    { name: 'Claire Martin', function: 'Adjointe au maire', organisation: 'Limoges', presence: 'present' },
    { name: '김민수', function: '국장', organisation: '이천시', presence: 'excused' },
    { name: 'Seul', function: '', organisation: '', presence: 'present' },
  ])
  expect(readPasted('A ; ; Tours ; EXCUSE', wordsFor)[0]).toEqual({
    name: 'A',
    function: '',
    organisation: 'Tours',
    presence: 'excused',
  })
})
