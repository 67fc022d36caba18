// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.ILaunchConfigurationDelegate;
import org.lwkt.dsl.ui.Ids;
import org.lwkt.dsl.ui.server.WorkspaceFolders;

/** Runs the file of a launch configuration. */
public final class LaunchDelegate implements ILaunchConfigurationDelegate {
    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        String path = configuration.getAttribute(Ids.ATTR_FILE, "");
        if (path.isBlank()) {
            throw new CoreException(Status.error("The launch configuration names no scenario file"));
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(path));
        if (!file.exists() || file.getLocation() == null) {
            throw new CoreException(Status.error("There is no file " + file.getFullPath() + " on this machine"));
        }
        new ScenarioProcess(launch, "LWKT " + file.getName(), WorkspaceFolders.uri(file)).start();
    }
}
