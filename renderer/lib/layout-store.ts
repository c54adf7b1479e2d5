import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Layout = {
  /** Width of the side panel in CSS pixels. */
  panelWidth: number
  panelOpen: boolean
  /** Row ids of the fields that a person sees as columns of the customer list, by uid of the person. */
  customColumns: Readonly<Record<string, number[]>>
  setPanelWidth: (width: number) => void
  setPanelOpen: (open: boolean) => void
  setCustomColumns: (person: string, fieldIds: number[]) => void
}

/** Layout of this computer, kept in localStorage. Only sizes, switches and row ids: nothing that says something may go in here. */
export const useLayoutStore = create<Layout>()(
  persist(
    (set) => ({
      panelWidth: 360,
      panelOpen: true,
      customColumns: {},
      setPanelWidth: (panelWidth) => set({ panelWidth }),
      setPanelOpen: (panelOpen) => set({ panelOpen }),
      setCustomColumns: (person, fieldIds) =>
        set(({ customColumns }) => ({ customColumns: { ...customColumns, [person]: fieldIds } })),
    }),
    { name: 'kebu.layout', version: 1 },
  ),
)
