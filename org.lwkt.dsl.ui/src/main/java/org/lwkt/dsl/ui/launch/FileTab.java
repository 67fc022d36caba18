// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.launch;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lwkt.dsl.ui.Ids;

/** Which file a launch configuration runs. */
final class FileTab extends AbstractLaunchConfigurationTab {
    private Text file;

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        new Label(area, SWT.NONE).setText("Scenario file:");
        file = new Text(area, SWT.BORDER);
        file.setMessage("/project/file." + Ids.FILE_ENDING);
        file.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        file.addModifyListener(event -> updateLaunchConfigurationDialog());
        setControl(area);
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(Ids.ATTR_FILE, "");
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            file.setText(configuration.getAttribute(Ids.ATTR_FILE, ""));
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(Ids.ATTR_FILE, file.getText().strip());
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        IPath path = IPath.fromPortableString(file.getText().strip());
        boolean exists = path.segmentCount() > 1
                && ResourcesPlugin.getWorkspace().getRoot().getFile(path).exists();
        setErrorMessage(exists ? null : "There is no such file in the workspace");
        return exists;
    }

    @Override
    public String getName() {
        return "Scenario";
    }
}
