import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './preview-pdf.module.css'

/** A4 upright, until the page says otherwise. */
const usualRatio = 1.414
/** Points of a canvas: a poster must not take hundreds of megabytes. */
const maxPixels = 8_000_000

/** One page, drawn when it comes near and emptied when it is far away, so that a long document takes little memory. */
export function PdfPage({
  document,
  number,
  onSeen,
}: {
  document: PDFDocumentProxy
  number: number
  /** The page fills the middle of the view. */
  onSeen: (number: number) => void
}) {
  const { t } = useTranslation('attachments')
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [ratio, setRatio] = useState(usualRatio)
  const [isNear, setNear] = useState(false)
  const [isBroken, setBroken] = useState(false)

  useEffect(() => {
    const element = place.current
    if (!element) return
    const near = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: '100%',
    })
    const middle = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(number), {
      root: element.parentElement,
      rootMargin: '-49% 0px',
    })
    near.observe(element)
    middle.observe(element)
    return () => {
      near.disconnect()
      middle.disconnect()
    }
  }, [number, onSeen])

  useEffect(() => {
    const [target, width] = [canvas.current, place.current?.clientWidth]
    if (!isNear || !target || !width) return
    let stop = () => {}
    let isGone = false
    const draw = async () => {
      const page = await document.getPage(number)
      if (isGone) return
      const { width: pageWidth, height: pageHeight } = page.getViewport({ scale: 1 })
      setRatio(pageHeight / pageWidth)
      const wanted = (width * devicePixelRatio) / pageWidth
      const scale = Math.min(wanted, Math.sqrt(maxPixels / (pageWidth * pageHeight)))
      const viewport = page.getViewport({ scale })
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      const task = page.render({ canvas: target, viewport })
      stop = () => task.cancel()
      await task.promise
    }
    draw().catch(() => !isGone && setBroken(true))
    return () => {
      isGone = true
      stop()
      target.width = 0
      target.height = 0
    }
  }, [document, number, isNear])

  return (
    <div
      ref={place}
      className={isBroken ? `${styles.page} ${styles.broken}` : styles.page}
      style={{ aspectRatio: `1 / ${ratio}` }}
    >
      {isBroken ? (
        t('pageBroken')
      ) : (
        <canvas ref={canvas} role="img" aria-label={t('pageNumber', { page: number })} />
      )}
    </div>
  )
}
