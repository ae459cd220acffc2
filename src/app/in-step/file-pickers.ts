/*
 * The File System Access API, as far as Chromium has it and TypeScript does not know it: a person picks a file or a folder, and
 * the page may look at it again later.
 */

export type PickedHandle = FileSystemFileHandle | FileSystemDirectoryHandle;

interface Pickers {
  showOpenFilePicker?: () => Promise<FileSystemFileHandle[]>;
  showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>;
}

interface Permissions {
  queryPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>;
}

const pickers = (): Pickers => globalThis as Pickers;

export function canPickHandles(): boolean {
  return pickers().showOpenFilePicker !== undefined;
}

export function canPickFolders(): boolean {
  return pickers().showDirectoryPicker !== undefined;
}

/** @returns undefined when the person picked nothing */
export async function pickHandle(kind: 'file' | 'folder'): Promise<PickedHandle | undefined> {
  try {
    return kind === 'file' ? (await pickers().showOpenFilePicker!())[0] : await pickers().showDirectoryPicker!();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Whether it may be read now, without a question to the person. */
export async function mayRead(handle: PickedHandle): Promise<boolean> {
  const { queryPermission } = handle as Permissions;
  return !queryPermission || (await queryPermission.call(handle, { mode: 'read' })) === 'granted';
}

/** Asks the person, which takes a click. */
export async function askToRead(handle: PickedHandle): Promise<boolean> {
  const { requestPermission } = handle as Permissions;
  return !requestPermission || (await requestPermission.call(handle, { mode: 'read' })) === 'granted';
}
