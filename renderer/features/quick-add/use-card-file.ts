import { useState } from 'react'
import { type PictureProblem, readPicture } from './read-picture'

/** What the chooser offers; the content decides, not the name. */
export const cardFileTypes = 'image/png,image/jpeg,.vcf,text/vcard'
/** An address book of this size is an import. */
const largestVcard = 1_000_000

export type FileProblem = PictureProblem | 'vcard-too-big'

/** Reads the file that was pasted, dropped or chosen: a vCard as text, anything else as the picture of a QR code. */
export function useCardFile(onText: (text: string) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<FileProblem | null>(null)

  const read = async (file: File): Promise<FileProblem | null> => {
    if (/\.vcf$/i.test(file.name) || /vcard/i.test(file.type)) {
      if (file.size > largestVcard) return 'vcard-too-big'
      onText(decode(await file.arrayBuffer()))
      return null
    }
    const answer = await readPicture(file)
    if ('problem' in answer) return answer.problem
    onText(answer.text)
    return null
  }

  return {
    busy,
    problem,
    take: async ([file]: readonly File[]) => {
      if (!file || busy) return
      setBusy(true)
      setProblem(null)
      try {
        setProblem(await read(file))
      } catch {
        setProblem('not-a-picture')
      } finally {
        setBusy(false)
      }
    },
  }
}

/** UTF-8, or GB 18030 as older telephones in China write it. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
