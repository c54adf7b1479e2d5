import { Modal } from 'antd'
import { PaletteBody, type PaletteBodyProps } from './palette-body'
import styles from './palette.module.css'

/** The command palette: 640 wide, 96 from the top, no title. Closing gives the focus back. */
export function Palette({ open, ...body }: PaletteBodyProps & { open: boolean }) {
  return (
    <Modal
      open={open}
      onCancel={body.onClose}
      footer={null}
      closable={false}
      width={640}
      style={{ top: 96, paddingBottom: 0 }}
      classNames={{ container: styles.container ?? '', body: styles.body ?? '' }}
      destroyOnHidden
    >
      <PaletteBody {...body} />
    </Modal>
  )
}
