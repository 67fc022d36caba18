// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.lwkt.dsl.ui.Ids;

/** "Run As" on a file or in an editor: runs with the file's configuration, which is made the first time. */
public final class LaunchShortcut implements ILaunchShortcut {
    @Override
    public void launch(ISelection selection, String mode) {
        if (selection instanceof IStructuredSelection elements) {
            launch(Adapters.adapt(elements.getFirstElement(), IFile.class), mode);
        }
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(Adapters.adapt(editor.getEditorInput(), IFile.class), mode);
    }

    private static void launch(IFile file, String mode) {
        if (file == null) {
            return;
        }
        try {
            DebugUITools.launch(configuration(file), mode);
        } catch (CoreException e) {
            ILog.get().error("Cannot launch " + file.getFullPath(), e);
        }
    }

    private static ILaunchConfiguration configuration(IFile file) throws CoreException {
        String path = file.getFullPath().toPortableString();
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(Ids.LAUNCH_TYPE);
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations(type)) {
            if (path.equals(configuration.getAttribute(Ids.ATTR_FILE, ""))) {
                return configuration;
            }
        }
        ILaunchConfigurationWorkingCopy made =
                type.newInstance(null, manager.generateLaunchConfigurationName(file.getName()));
        made.setAttribute(Ids.ATTR_FILE, path);
        made.setMappedResources(new IFile[] {file});
        return made.doSave();
    }
}
