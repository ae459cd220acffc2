/** The only folder of the origin's private file system that is ours: other applications may share the origin. */
export const STORAGE_FOLDER = 'redito';
