// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.ILaunchable;
import org.lwkt.dsl.ui.Ids;

/** Says that our files can be launched, so that their context menu has "Run As". */
public final class LaunchableFiles implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object object, Class<T> type) {
        boolean ours = object instanceof IFile file && Ids.FILE_ENDING.equals(file.getFileExtension());
        return ours && type == ILaunchable.class ? type.cast(new ILaunchable() {}) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ILaunchable.class};
    }
}
